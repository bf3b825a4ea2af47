package vn.dondoc.console.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.secret.MetricsToken;
import vn.dondoc.contracts.setting.Setting;

/**
 * What the console was told at its start; read and checked by {@link SettingsReader}.
 *
 * @param planUrl where plan-service is (DONDOC_PLAN_URL)
 * @param taskUrl where task-service is (DONDOC_TASK_URL)
 * @param reportingUrl where reporting-service is (DONDOC_REPORTING_URL)
 * @param notificationUrl where notification-service is (DONDOC_NOTIFICATION_URL)
 * @param issuer the console's own address, the {@code iss} of its tokens (DONDOC_ISSUER)
 * @param signingKey the keys that tokens are signed with, shared by all instances; made on the first start in {@code local} (DONDOC_SIGNING_KEY)
 * @param signingKeyLife age of the newest key after which a new key is made; {@code PT0S} where somebody else writes the file (DONDOC_SIGNING_KEY_LIFE)
 * @param clients the secret of that service, as it is told there; one whose secret is not set here gets no token in its own name
 *     (DONDOC_CLIENT_SECRET_PLAN, DONDOC_CLIENT_SECRET_TASK, DONDOC_CLIENT_SECRET_REPORTING, DONDOC_CLIENT_SECRET_NOTIFICATION)
 * @param metrics who may read metrics
 * @param provider who signs people in; null in local runs without one
 * @param local what exists in local runs only; null elsewhere
 */
public record ConsoleSettings(
        URI planUrl, URI taskUrl, URI reportingUrl, URI notificationUrl,
        @Setting(values = "address") String issuer,
        Path signingKey,
        Duration signingKeyLife,
        @Setting(secret = true, values = "32 characters at least outside `local`") ClientSecrets clients,
        MetricsToken metrics,
        @Nullable ProviderSettings provider,
        @Nullable LocalSettings local) {

    public boolean isLocal() {
        return local != null;
    }
}
