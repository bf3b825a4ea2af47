package vn.dondoc.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What every service is told from outside.
 *
 * @param issuer who signs bearer tokens: the console's origin (DONDOC_ISSUER)
 * @param jwksUri where its public keys are (DONDOC_JWKS_URI)
 * @param clientSecret proves to the issuer which service this is (DONDOC_CLIENT_SECRET); only services that call others in their own name need it
 * @param topicReplication replicas of each topic, 3 by default; one broker can hold only 1 (DONDOC_TOPIC_REPLICATION)
 * @param localSecret guards what exists only in local (DONDOC_LOCAL_SECRET)
 * @param localClockOffset how far the domain clock is ahead at start, only in local (DONDOC_LOCAL_CLOCK_OFFSET)
 * @param metricsToken bearer token of the metrics scraper; without it metrics are readable in local only (DONDOC_METRICS_TOKEN)
 */
@Validated
@ConfigurationProperties("dondoc")
public record DondocProperties(
        @NotBlank(message = "DONDOC_ISSUER must name the issuer of bearer tokens") String issuer,
        @NotBlank(message = "DONDOC_JWKS_URI must name the key set of the issuer") String jwksUri,
        @Nullable String clientSecret,
        @DefaultValue("3") @Min(1) @Max(9) int topicReplication,
        @Nullable String localSecret,
        @DefaultValue("PT0S") Duration localClockOffset,
        @Nullable String metricsToken) {}
