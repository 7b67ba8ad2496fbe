package dev.sealpost.testing;

import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.test.context.support.DirtiesContextTestExecutionListener;

/** Closes the hub of a test class after its last nested class, not after each of them. */
class StopsHub extends AbstractTestExecutionListener {

    @Override
    public int getOrder() {
        return DirtiesContextTestExecutionListener.ORDER;
    }

    @Override
    public void afterTestClass(TestContext test) {
        if (test.getTestClass().getEnclosingClass() == null) {
            test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        }
    }
}
