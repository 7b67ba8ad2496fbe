package dev.sealpost.routing;

import dev.sealpost.message.Reason;

/**
 * Why a source hands an event over only to have it refused.
 *
 * @param keep whether what it handed over is kept as a sealed dead letter
 */
record SourceObjection(Reason reason, boolean keep) {

    Verdict verdict() {
        return keep ? new Verdict.SetAside(reason) : new Verdict.Refuse(reason);
    }
}
