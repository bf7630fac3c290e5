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

    /** The last first, so that what limits the wait is lifted after all that may wait; every one, whichever throws. */
    void run() throws SQLException {
        run(steps.size() - 1);
    }

    private void run(int index) throws SQLException {
        if (index >= 0) {
            try {
                steps.get(index).run();
            } finally {
                run(index - 1);
            }
        }
    }
}
