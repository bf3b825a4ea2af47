package vn.dondoc.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.dondoc.contracts.setting.Setting;

/**
 * What every service is told from outside.
 *
 * @param issuer who issues bearer tokens, the console's own address; audience {@code dondoc} (DONDOC_ISSUER)
 * @param jwksUri where the key set of the issuer is (DONDOC_JWKS_URI)
 * @param clientSecret proves to the console which service asks for a token in its own name (DONDOC_CLIENT_SECRET)
 * @param topicReplication replicas of each topic (DONDOC_TOPIC_REPLICATION); in-sync replicas needed are one less, and one broker can hold only 1
 * @param localSecret guards what exists in {@code local} only (DONDOC_LOCAL_SECRET)
 * @param localClockOffset how far the domain clock is ahead at start (DONDOC_LOCAL_CLOCK_OFFSET)
 * @param metricsToken what the scraper sends, as {@code Authorization: Metrics TOKEN} or as {@code X-Metrics-Token}; without it metrics are open in {@code local} and closed
 *     elsewhere (DONDOC_METRICS_TOKEN)
 */
@Validated
@ConfigurationProperties("dondoc")
public record DondocProperties(
        @NotBlank(message = "DONDOC_ISSUER must name the issuer of bearer tokens") @Setting(values = "address") String issuer,
        @NotBlank(message = "DONDOC_JWKS_URI must name the key set of the issuer") @Setting(values = "address") String jwksUri,
        @Setting(secret = true, needed = "needed by reporting- and notification-service, which call others", values = "32 characters at least outside `local`")
                @Nullable String clientSecret,
        @DefaultValue("3") @Min(1) @Max(9) int topicReplication,
        @Setting(secret = true, local = true, values = "16 characters at least") @Nullable String localSecret,
        @DefaultValue("PT0S") @Setting(local = true) Duration localClockOffset,
        @Setting(secret = true) @Nullable String metricsToken) {}
