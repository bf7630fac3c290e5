package dev.clave.testkit;

import java.util.HashSet;
import java.util.Set;

/** Counts the calls of a fake and breaks those that a test has named. */
final class Breakage {
    private final String what;
    private final Set<Integer> broken = new HashSet<>();
    private boolean always;
    private int calls;

    Breakage(String what) {
        this.what = what;
    }

    synchronized void failAlways() {
        always = true;
    }

    /** The n-th call from now on. */
    synchronized void failOnCall(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("calls are counted from 1, the next one");
        }
        broken.add(calls + n);
    }

    synchronized void recover() {
        always = false;
        broken.clear();
    }

    synchronized int calls() {
        return calls;
    }

    synchronized boolean isNextBroken() {
        calls++;
        return broken.remove(calls) || always;
    }

    void call() {
        if (isNextBroken()) {
            throw exception();
        }
    }

    BrokenOnPurposeException exception() {
        return new BrokenOnPurposeException("the test has told " + what + " to fail");
    }
}
