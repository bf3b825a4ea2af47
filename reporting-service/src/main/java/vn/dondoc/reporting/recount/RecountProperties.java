package vn.dondoc.reporting.recount;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a recount is told from outside.
 *
 * @param taskUrl where task-service is; a recount reads the states of tasks there (DONDOC_TASK_URL)
 * @param patience how long a fact that is older than its source has time to arrive
 */
@Validated
@ConfigurationProperties("dondoc.recount")
record RecountProperties(
        @NotNull @Pattern(regexp = "https?://[^\\s/]+.*", message = "DONDOC_TASK_URL must be the address of task-service, http(s)://…") String taskUrl,
        @DefaultValue("10s") Duration patience) {

    RecountProperties {
        taskUrl = taskUrl != null && taskUrl.endsWith("/") ? taskUrl.substring(0, taskUrl.length() - 1) : taskUrl;
    }
}
