package vn.dondoc.console.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.secret.MetricsToken;

/**
 * What the console was told at its start; read and checked by {@link SettingsReader}.
 *
 * @param planUrl where plan-service listens
 * @param issuer origin of the console, the {@code iss} of its tokens
 * @param signingKey file of the key that tokens are signed with
 * @param signingKeyLife after which a new key is made; zero for never
 * @param clients the services that get tokens in their own name
 * @param metrics who may read metrics
 * @param provider who signs people in; null in local runs without one
 * @param local what exists in local runs only; null elsewhere
 */
public record ConsoleSettings(
        URI planUrl, URI taskUrl, URI reportingUrl, URI notificationUrl, String issuer, Path signingKey, Duration signingKeyLife, ClientSecrets clients, MetricsToken metrics,
        @Nullable ProviderSettings provider,
        @Nullable LocalSettings local) {

    public boolean isLocal() {
        return local != null;
    }
}
