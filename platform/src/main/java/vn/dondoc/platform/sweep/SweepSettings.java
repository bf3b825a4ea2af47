package vn.dondoc.platform.sweep;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How far a sweep may run ahead of the relay of its database before it gives way to commands.
 *
 * @param ahead a sweep gives way between two batches while so many of its events wait for the relay (DONDOC_SWEEP_AHEAD)
 * @param behind the same while one of them waits so long (DONDOC_SWEEP_BEHIND)
 * @param pause it gives way for so long at most each time: verdicts must come also while the brokers are away (DONDOC_SWEEP_PAUSE)
 */
@Validated
@ConfigurationProperties("dondoc.sweep")
public record SweepSettings(
        @DefaultValue("5000") @Min(1) int ahead,
        @DefaultValue("PT3S") Duration behind,
        @DefaultValue("PT1S") Duration pause) {}
