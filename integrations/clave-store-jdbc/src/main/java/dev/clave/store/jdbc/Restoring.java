package dev.clave.store.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What has to be undone before a connection goes back. */
final class Restoring {
    private final List<Step> steps = new ArrayList<>(2);

    /** One thing to undo. */
    interface Step {
        void run() throws SQLException;
    }

    void later(Step step) {
        steps.add(step);
    }

    void run() throws SQLException {
        for (Step step : steps) {
            step.run();
        }
    }
}
