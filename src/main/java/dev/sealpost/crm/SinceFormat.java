package dev.sealpost.crm;

import java.time.Instant;

/** How a CRM wants to be told a time. */
enum SinceFormat {
    ISO {
        @Override
        String write(Instant time) {
            return time.toString();
        }
    },
    EPOCH_SECONDS {
        @Override
        String write(Instant time) {
            return Long.toString(time.getEpochSecond());
        }
    },
    EPOCH_MILLIS {
        @Override
        String write(Instant time) {
            return Long.toString(time.toEpochMilli());
        }
    };

    abstract String write(Instant time);
}
