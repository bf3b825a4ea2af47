package vn.dondoc.plan.document;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.dondoc.contracts.setting.Setting;

/**
 * What reading a document may cost.
 *
 * @param timeLimit how long the reading of one document may take before it is stopped (DONDOC_READING_TIME_LIMIT)
 * @param memory heap of the process that reads one document (DONDOC_READING_MEMORY)
 * @param atOnce how many documents are read at once (DONDOC_READING_AT_ONCE)
 * @param queueLimit how long a caller waits for a turn before being asked to come back (DONDOC_READING_QUEUE_LIMIT)
 */
@Validated
@ConfigurationProperties("dondoc.reading")
public record ReadingSettings(
        @DefaultValue("20s") @DurationMin(seconds = 1) @DurationMax(minutes = 5) Duration timeLimit,
        @DefaultValue("256") @Min(64) @Max(4096) @Setting(values = "MB, 64 to 4096") int memory,
        @DefaultValue("2") @Min(1) @Max(64) int atOnce,
        @DefaultValue("20s") @DurationMin(millis = 1) @DurationMax(minutes = 5) Duration queueLimit) {}
