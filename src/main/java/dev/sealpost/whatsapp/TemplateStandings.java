package dev.sealpost.whatsapp;

/** How the templates are doing. */
public interface TemplateStandings {

    /** By the last comparison with Meta's templates; empty lists before the first. Asks nobody. */
    TemplateStanding now();
}
