package dev.sealpost.delivery;

import java.util.UUID;

/** A message that may be claimed, locked, and its sender. */
record Due(UUID id, String sender) {}
