package dev.clave.faults;

import java.io.PrintStream;

/** What a process says to the one that started it: a line for each answer, and for each PIN as it goes to its phone. */
final class Answers {
    static final String READY = "READY";
    static final String SMS = "SMS";

    private final PrintStream out;

    Answers(PrintStream out) {
        this.out = out;
    }

    void ready() {
        say(READY);
    }

    void reply(String number, Reply reply) {
        say(String.join("\t", number, reply.outcome(), String.valueOf(reply.value()), reply.handle()));
    }

    void sms(String login, int generation, String pin, long expiresAt) {
        say(String.join("\t", SMS, login, String.valueOf(generation), pin, String.valueOf(expiresAt)));
    }

    /** In one write, so that the lines of different threads stay whole. */
    private void say(String line) {
        out.print(line + "\n");
        out.flush();
    }
}
