package dev.clave.identity;

/** A text of any length that takes no memory and counts how often it is looked at. */
final class CountingText implements CharSequence {
    private final int length;
    private final char filling;
    private int looks;

    CountingText(int length, char filling) {
        this.length = length;
        this.filling = filling;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        looks++;
        return index == length - 1 ? '!' : filling;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        throw new AssertionError("a copy of what was typed");
    }

    @Override
    public String toString() {
        throw new AssertionError("a copy of what was typed");
    }

    int looks() {
        return looks;
    }
}
