package dev.sealpost.delivery;

/**
 * What follows from a refusal for others than its message. The same whether the channel refused at once or by a later status; a
 * refusal that is told twice has its consequences once.
 */
public sealed interface Consequence {

    Occasion occasion();

    /** How a pause that the channel caused may end; by hand it may always. */
    enum Lifting {
        BY_PROBE,
        BY_HAND
    }

    /** Nothing more from {@link Occasion#sender()}. */
    record PauseSender(Occasion occasion, Lifting lifting) implements Consequence {}

    /** Nothing more with {@link Occasion#template()}; other templates go on, to the same people too. */
    record PauseTemplate(Occasion occasion, Lifting lifting) implements Consequence {}

    /** Nothing more from any sender of the account that {@link Occasion#sender()} belongs to. */
    record PauseAccount(Occasion occasion) implements Consequence {}

    /** Nothing more from that account to {@link Occasion#country()}. */
    record PauseCountry(Occasion occasion) implements Consequence {}

    /** The sender is over its rate: less per second, for a while. */
    record SlowSender(Occasion occasion) implements Consequence {}

    /** Nothing from this sender to {@link Occasion#subject()} for 4^n seconds, n the number of such refusals in a row. */
    record DelayPerson(Occasion occasion) implements Consequence {}

    /** {@link Occasion#subject()} had enough marketing for now: none for a day, from no sender. */
    record RestMarketing(Occasion occasion) implements Consequence {}

    /** The person told the channel to stop marketing: their consent to every marketing purpose ends. */
    record WithdrawMarketing(Occasion occasion) implements Consequence {}
}
