package dev.clave.faults.check;

import dev.clave.faults.history.Op;

/** For each rule a history that breaks it, and as far as that can be no other. */
final class Breaches {
    private Breaches() {}

    static Story of(Rule rule) {
        return switch (rule) {
            case ONE_GRANT, PIN_WAS_SENT, RIGHT_PERSON, PIN_LIFE, NEWEST_PIN -> grant(rule);
            case WRONG_PINS_ARE_COUNTED, ATTEMPTS_STAY_USED, WRONG_PIN_BUDGET -> wrong(rule);
            case OVER_STAYS_OVER, ONE_END, REPLACED_IS_DEAD, LOGIN_LIFE, LOGIN_IS_KEPT -> end(rule);
            case PIN_IS_KEPT, TOLD_AS_SENT, NO_WRITE_AFTER_A_THROW, LOGIN_BUDGET, SEND_BUDGET, SEND_PAUSE -> send(rule);
            default -> register(rule);
        };
    }

    private static Story grant(Rule rule) {
        return switch (rule) {
            case ONE_GRANT -> Story.login().verify(1, 100, 200, "Granted", 0).verify(1, 150, 250, "Granted", 0);
            case PIN_WAS_SENT -> Story.login().verify(0, 100, 110, "Granted", 0);
            case RIGHT_PERSON -> Story.login().verify(1, 100, 110, "Granted.OTHER_PERSON", 0);
            case PIN_LIFE -> Story.login().verify(1, 30_025, 30_030, "Granted", 0);
            default -> Story.login().pin("L1", Op.AGAIN, 2, 10_100, 10_200).verify(1, 10_151, 10_310, "Granted", 0);
        };
    }

    private static Story wrong(Rule rule) {
        return switch (rule) {
            case WRONG_PINS_ARE_COUNTED ->
                Story.login()
                        .verify(0, 100, 200, "WrongPin", 2)
                        .verify(0, 101, 201, "WrongPin", 1)
                        .verify(0, 102, 202, "WrongPin", 0)
                        .verify(0, 103, 203, "WrongPin", 0);
            case ATTEMPTS_STAY_USED ->
                Story.login().verify(0, 100, 110, "WrongPin", 1).verify(0, 120, 130, "WrongPin", 2);
            default -> nineWrong();
        };
    }

    /** Three logins with three wrong PINs each, within a second. */
    private static Story nineWrong() {
        Story story = Story.empty();
        for (int login = 0; login < 3; login++) {
            long at = login * 100L;
            story.opened("L" + login, at, at + 1);
            for (int left = 2; left >= 0; left--) {
                long begin = at + 20 - left;
                story.call(Op.VERIFY, "L" + login, 0, begin, begin, "WrongPin", left);
            }
        }
        return story;
    }

    private static Story end(Rule rule) {
        return switch (rule) {
            case OVER_STAYS_OVER ->
                Story.login()
                        .call(Op.CANCEL, "L1", 0, 100, 110, "Reason.CANCELLED", -1)
                        .verify(0, 120, 130, "WrongPin", 2);
            case ONE_END ->
                Story.login()
                        .verify(1, 100, 200, "Granted", 0)
                        .call(Op.CANCEL, "L1", 0, 150, 250, "Reason.CANCELLED", -1);
            case REPLACED_IS_DEAD -> Story.login().opened("L2", 100, 110).verify(1, 120, 130, "Granted", 0);
            case LOGIN_LIFE -> Story.login().call(Op.CANCEL, "L1", 0, 90_000, 90_010, "Reason.CANCELLED", -1);
            default -> Story.login().verify(1, 100, 110, "Denied.NOT_CURRENT", -1);
        };
    }

    private static Story send(Rule rule) {
        return switch (rule) {
            case PIN_IS_KEPT -> Story.login().verify(1, 100, 110, "WrongPin", 2);
            case TOLD_AS_SENT -> Story.login().call(Op.AGAIN, "L1", 0, 10_100, 10_200, "PinSent", 3);
            case NO_WRITE_AFTER_A_THROW ->
                Story.login().verify(1, 100, 110, "THREW.STORE", -1).wroteAgain();
            case LOGIN_BUDGET -> sixLogins();
            case SEND_PAUSE -> Story.login().opened("L2", 100, 110).pin("L2", Op.OBTAIN, 1, 10_019, 10_030);
            default -> seventeenSends();
        };
    }

    private static Story sixLogins() {
        Story story = Story.empty();
        for (int login = 0; login < 6; login++) {
            story.opened("L" + login, login * 100L, login * 100L + 10);
        }
        return story;
    }

    /** One every ten seconds, three for each login. */
    private static Story seventeenSends() {
        Story story = Story.empty();
        for (int send = 0; send < 17; send++) {
            long at = send * 10_000L;
            String login = "L" + send / 3;
            if (send % 3 == 0) {
                story.opened(login, at, at + 10);
            }
            story.pin(login, Op.AGAIN, 1 + send % 3, at + 20, at + 40);
        }
        return story;
    }

    private static Story register(Rule rule) {
        Story story = Story.empty().add("a", 1, 0, 10, "True");
        return switch (rule) {
            case ONE_SUCCESSOR -> story.replace("a", "b", 2, 20, 40, "True").replace("a", "c", 2, 25, 45, "True");
            case FALSE_WAS_NOT_DONE ->
                story.replace("a", "b", 2, 20, 30, "False").read("b", 2, 40, 50);
            case FALSE_HAS_A_REASON -> story.replace("a", "b", 2, 20, 30, "False");
            case TRUE_IS_KEPT -> story.replace("gone", "b", 2, 20, 30, "True").read("a", 1, 40, 50);
            case READ_WAS_WRITTEN -> story.read("nobody's", 2, 5, 8).read("a", 1, 40, 50);
            case READ_IS_NOT_OLD ->
                story.replace("a", "b", 2, 20, 30, "True").read("a", 1, 40, 50).read("b", 2, 60, 70);
            case VERSIONS_GROW -> story.replace("a", "b", 1, 20, 30, "True");
            default -> throw new IllegalArgumentException("no history breaks " + rule);
        };
    }
}
