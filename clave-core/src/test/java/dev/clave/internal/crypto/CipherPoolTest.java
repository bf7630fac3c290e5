package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CipherPoolTest {
    private final CipherPool pool = new CipherPool(4);

    @Test
    @DisplayName("what was given back is taken again")
    void again() {
        Cipher cipher = pool.take();
        pool.giveBack(cipher);

        assertThat(pool.take()).isSameAs(cipher);
    }

    @Test
    @DisplayName("nobody gets one that another has")
    void exclusive() {
        assertThat(List.of(pool.take(), pool.take(), pool.take())).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("keeps as many as it has places, and no more")
    void bounded() {
        List<Cipher> taken = take(10);
        taken.forEach(pool::giveBack);

        List<Cipher> again = take(10);
        assertThat(again).doesNotHaveDuplicates();
        assertThat(again.stream().filter(taken::contains)).hasSize(4);
    }

    @Test
    @DisplayName("another thread finds it too")
    void otherThread() throws InterruptedException {
        Cipher cipher = pool.take();
        pool.giveBack(cipher);
        List<Cipher> found = new ArrayList<>();
        Thread other = new Thread(() -> found.add(pool.take()));
        other.start();
        other.join();

        assertThat(found).containsExactly(cipher);
    }

    private List<Cipher> take(int count) {
        List<Cipher> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(pool.take());
        }
        return taken;
    }
}
