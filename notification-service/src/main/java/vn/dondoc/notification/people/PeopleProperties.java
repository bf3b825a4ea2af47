package vn.dondoc.notification.people;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where people are kept.
 *
 * @param planUrl of plan-service (DONDOC_PLAN_URL)
 */
@Validated
@ConfigurationProperties("dondoc.people")
record PeopleProperties(
        @NotNull @Pattern(regexp = "https?://[^\\s/]+.*", message = "DONDOC_PLAN_URL must be the address of plan-service, http(s)://…") String planUrl) {}
