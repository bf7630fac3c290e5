package dev.clave.example.console;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/** Keeps the countdowns of a page going while the question below it waits. */
final class LivePage extends TimerTask {
    private static final long SECOND = 1_000;

    private final Timer timer = new Timer("countdown", true);
    private final Screen screen;
    private final Page page;
    private List<String> shown;

    private LivePage(Screen screen, Page page, List<String> shown) {
        this.screen = screen;
        this.page = page;
        this.shown = shown;
    }

    static LivePage start(Screen screen, Page page, List<String> shown) {
        LivePage live = new LivePage(screen, page, shown);
        live.timer.scheduleAtFixedRate(live, SECOND, SECOND);
        return live;
    }

    @Override
    public synchronized void run() {
        List<String> now = page.lines();
        screen.repaint(shown, now);
        shown = now;
    }

    /** Stops. A repainting that has begun is waited for. */
    synchronized void stop() {
        timer.cancel();
    }
}
