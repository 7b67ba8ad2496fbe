package dev.sealpost.minimisation;

/** The transforms as the configuration names them. */
enum TransformName {
    KEEP,
    FIRST_WORD,
    DROP,
    MASK,
    TRUNCATE,
    PSEUDONYMISE,
    GENERALISE
}
