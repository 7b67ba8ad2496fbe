package dev.sealpost.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestExecutionListeners;

/** A {@link WholeHub} that is stopped after the class: a cached hub would go on working in the background of other tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeHub
@TestExecutionListeners(listeners = StopsHub.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface HubTest {}
