package dev.clave.benchmarks.identity;

import dev.clave.identity.IdentityNumber;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Identity numbers as they are typed: 80 of 100 as on the document, 15 with a separator before the letter or in lower case, 5 with a wrong
 * letter. The same in every run.
 */
final class Mix {
    static final int COUNT = 10_000;
    static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private Mix() {}

    /** The mix. Clave and each of its peers must agree on every number. */
    static String[] checkedBy(List<Predicate<String>> peers) {
        String[] numbers = numbers();
        int valid = 0;
        for (String number : numbers) {
            boolean expected = IdentityNumber.isValid(number);
            valid += expected ? 1 : 0;
            if (!peers.stream().allMatch(peer -> peer.test(number) == expected)) {
                throw new IllegalStateException("clave and its peers do not agree");
            }
        }
        if (valid != COUNT / 100 * 95) {
            throw new IllegalStateException("not the mix that is promised");
        }
        return numbers;
    }

    private static String[] numbers() {
        SplittableRandom random = new SplittableRandom(2026);
        return IntStream.range(0, COUNT).mapToObj(i -> number(random, i % 100)).toArray(String[]::new);
    }

    /** The mix without what is wrong in it: of 95 are 80 as on the document. */
    static String[] valid() {
        SplittableRandom random = new SplittableRandom(2026);
        return IntStream.range(0, COUNT).mapToObj(i -> number(random, i % 95)).toArray(String[]::new);
    }

    private static String number(SplittableRandom random, int percent) {
        int digits = 99_000_000 + random.nextInt(1_000_000);
        boolean foreign = random.nextInt(5) == 0;
        int counted = foreign ? 20_000_000 + digits % 10_000_000 : digits;
        String front = foreign ? "Z" + digits % 10_000_000 : "" + digits;
        int letter = counted % LETTERS.length();
        if (percent < 80) {
            return front + LETTERS.charAt(letter);
        }
        if (percent < 90) {
            return front + "-. ".charAt(percent % 3) + LETTERS.charAt(letter);
        }
        return percent < 95
                ? front + Character.toLowerCase(LETTERS.charAt(letter))
                : front + LETTERS.charAt((letter + 1) % LETTERS.length());
    }
}
