package dev.sealpost.pacing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks every few seconds how the limits stand, and deletes what no longer counts. */
@Component
class PacingWatch implements PacingStatus {

    private static final Logger LOG = LoggerFactory.getLogger(PacingWatch.class);

    private final NumberPace numbers;
    private final TierLimits limits;
    private final TierTable tiers;
    private final TierPace tierPace;
    private final PairTable pairs;
    private final MarketingPace marketing;
    private final MeterRegistry meters;
    private volatile Map<String, Rate> rates = Map.of();
    private volatile Map<String, Use> uses = Map.of();

    PacingWatch(
            NumberPace numbers,
            TierLimits limits,
            TierTable tiers,
            TierPace tierPace,
            PairTable pairs,
            MarketingPace marketing,
            MeterRegistry meters) {
        this.numbers = numbers;
        this.limits = limits;
        this.tiers = tiers;
        this.tierPace = tierPace;
        this.pairs = pairs;
        this.marketing = marketing;
        this.meters = meters;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        attempt(() -> {
            limits.refresh();
            rates = readRates();
            uses = readUses();
        });
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forget() {
        attempt(() -> {
            pairs.forget();
            marketing.forget();
        });
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException unavailable) {
            LOG.warn("The limits' standing could not be read or cleared; the next round tries again");
        }
    }

    private Map<String, Rate> readRates() {
        Map<String, Rate> read = new TreeMap<>();
        numbers.rates().forEach((sender, now) -> read.put(sender, new Rate(now, numbers.fullRate(sender))));
        read.keySet().stream()
                .filter(sender -> !rates.containsKey(sender))
                .forEach(sender -> gauge(
                        "sealpost.pacing.rate",
                        "Messages a second that the number may send now",
                        "sender",
                        sender,
                        watch -> watch.rates.get(sender).now()));
        return read;
    }

    /** Expired people first, so that what is shown is what counts. */
    private Map<String, Use> readUses() {
        Map<String, Use> read = new TreeMap<>();
        tiers.all().stream()
                .filter(use -> limits.limit(use) != PacedSender.UNLIMITED)
                .map(use -> tierPace.current(use.portfolio()))
                .forEach(use -> read.put(use.portfolio(), new Use(use.people(), limits.limit(use))));
        read.keySet().stream()
                .filter(portfolio -> !uses.containsKey(portfolio))
                .forEach(portfolio -> watchTier(portfolio));
        return read;
    }

    private void watchTier(String portfolio) {
        gauge(
                "sealpost.pacing.tier.people",
                "People the portfolio has begun with in the moving 24 hours",
                "portfolio",
                portfolio,
                watch -> watch.use(portfolio).people());
        gauge(
                "sealpost.pacing.tier.limit",
                "People it may begin with in that time",
                "portfolio",
                portfolio,
                watch -> watch.use(portfolio).limit());
    }

    private void gauge(
            String name, String description, String key, String value, ToDoubleFunction<PacingWatch> reading) {
        Gauge.builder(name, this, reading)
                .description(description)
                .tag(key, value)
                .register(meters);
    }

    private Use use(String portfolio) {
        return uses.getOrDefault(portfolio, new Use(0, PacedSender.UNLIMITED));
    }

    @Override
    public Map<String, Rate> numbers() {
        return rates;
    }

    @Override
    public Map<String, Use> portfolios() {
        return uses;
    }
}
