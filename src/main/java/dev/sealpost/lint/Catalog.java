package dev.sealpost.lint;

import java.util.Set;

/** All that flows are checked against: the kamelets, the ids of the policies, the settings. */
record Catalog(Kamelets kamelets, Set<String> policies, Settings settings) {}
