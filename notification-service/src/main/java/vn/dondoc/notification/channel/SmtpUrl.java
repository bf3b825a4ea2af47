package vn.dondoc.notification.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A mail server as one address. Its password never shows in messages of errors. */
record SmtpUrl(boolean secure, String host, int port, @Nullable String user, @Nullable String password) {

    private static final int SMTP = 25;
    private static final int SMTPS = 465;

    /** @throws IllegalArgumentException when it is not one; the message says what it should be and does not repeat it */
    static SmtpUrl parse(String url) {
        try {
            var uri = new URI(url.strip());
            var secure = "smtps".equalsIgnoreCase(uri.getScheme());
            if (uri.getHost() == null || !(secure || "smtp".equalsIgnoreCase(uri.getScheme()))) {
                throw unreadable();
            }
            var port = uri.getPort() == -1 ? (secure ? SMTPS : SMTP) : uri.getPort();
            var credentials = uri.getRawUserInfo();
            if (credentials == null) {
                return new SmtpUrl(secure, uri.getHost(), port, null, null);
            }
            var colon = credentials.indexOf(':');
            if (colon < 1) {
                throw unreadable();
            }
            return new SmtpUrl(
                    secure, uri.getHost(), port, decoded(credentials.substring(0, colon)), decoded(credentials.substring(colon + 1)));
        } catch (URISyntaxException _) {
            throw unreadable();
        }
    }

    /** A plus sign stays one, as everywhere before the path of an address. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("SMTP_URL must look like smtp://[user:password@]host[:port] or smtps://…");
    }

    @Override
    public String toString() {
        return (secure ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
