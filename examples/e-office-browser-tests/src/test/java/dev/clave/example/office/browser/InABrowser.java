package dev.clave.example.office.browser;

import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the browser of the run, and takes care that nothing went wrong in it unseen. */
final class InABrowser implements ParameterResolver, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(InABrowser.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return List.of(Browsers.class, Office.class, Stage.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Stage.class) {
            return stage(test);
        }
        return type == Office.class ? office(test) : browsers(test);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Stage stage = test.getStore(OURS).get(Stage.class, Stage.class);
        if (stage != null) {
            try {
                test.getExecutionException().ifPresent(failure -> stage.picture(name(test)));
                Assertions.assertThat(stage.complaints()).as("complaints").isEmpty();
            } finally {
                stage.close();
            }
        }
    }

    private static Stage stage(ExtensionContext test) {
        Office office = office(test);
        office.newDay();
        Stage stage = new Stage(browsers(test), office.origin(), office::words);
        test.getStore(OURS).put(Stage.class, stage);
        return stage;
    }

    private static Office office(ExtensionContext test) {
        return ofTheRun(test, Office.class, type -> Office.open());
    }

    private static Browsers browsers(ExtensionContext test) {
        return ofTheRun(test, Browsers.class, type -> Browsers.start());
    }

    /** Closed by JUnit when all tests are done. */
    private static <T extends AutoCloseable> T ofTheRun(
            ExtensionContext test, Class<T> type, Function<Class<T>, T> start) {
        Store store = test.getRoot().getStore(OURS);
        return store.computeIfAbsent(type, start, type);
    }

    private static String name(ExtensionContext test) {
        return test.getRequiredTestClass().getSimpleName() + "-"
                + test.getRequiredTestMethod().getName();
    }
}
