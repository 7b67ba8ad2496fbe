package dev.sealpost.delivery;

import java.util.List;
import org.springframework.stereotype.Component;

/** What a dispatcher works with; all of it may be shared by several. */
@Component
record DispatcherParts(
        Claims claims,
        Settlement settlement,
        Sender sender,
        SenderLimits limits,
        Breakers breakers,
        WakeUp wakeUp,
        List<Sweep> sweeps,
        Backlog backlog,
        DeliveryMetrics metrics,
        DeliverySettings settings) {}
