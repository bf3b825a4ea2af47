package vn.dondoc.notification.people;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people are kept.
 *
 * @param planUrl of plan-service (DONDOC_PLAN_URL); without it only the mailboxes of positions are written to
 */
@ConfigurationProperties("dondoc.people")
record PeopleProperties(@Nullable String planUrl) {}
