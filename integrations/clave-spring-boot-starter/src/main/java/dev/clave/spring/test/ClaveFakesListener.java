package dev.clave.spring.test;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/** Gives each test new fakes, and an instance that is kept for several tests the new ones too. */
final class ClaveFakesListener implements TestExecutionListener, Ordered {

    @Override
    public int getOrder() {
        return DependencyInjectionTestExecutionListener.ORDER - 1;
    }

    @Override
    public void afterTestMethod(TestContext test) {
        if (TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), WithClaveFakes.class)) {
            test.getApplicationContext().getBean(CurrentFakes.class).renew();
            test.setAttribute(DependencyInjectionTestExecutionListener.REINJECT_DEPENDENCIES_ATTRIBUTE, true);
        }
    }
}
