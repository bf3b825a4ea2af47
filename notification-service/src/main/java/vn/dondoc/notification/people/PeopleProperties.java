package vn.dondoc.notification.people;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where people are kept.
 *
 * @param planUrl where the home of people is: contacts for codes and invitations, and the address of whoever holds a position without a mailbox
 *     (DONDOC_PLAN_URL)
 */
@Validated
@ConfigurationProperties("dondoc.people")
record PeopleProperties(
        @NotNull @Pattern(regexp = "https?://[^\\s/]+.*", message = "DONDOC_PLAN_URL must be the address of plan-service, http(s)://…") String planUrl) {}
