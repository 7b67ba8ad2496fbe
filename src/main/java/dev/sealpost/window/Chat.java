package dev.sealpost.window;

import dev.sealpost.message.SubjectRef;

/** A person and the sender they talk with. @param sender its name in {@code config/senders.yml} */
public record Chat(String sender, SubjectRef subject) {}
