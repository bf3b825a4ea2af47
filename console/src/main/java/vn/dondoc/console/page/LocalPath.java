package vn.dondoc.console.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Addresses that came from outside, reduced to a path of this console, so that nobody is led elsewhere. */
public final class LocalPath {

    private LocalPath() {}

    public static String of(@Nullable String address) {
        if (address == null) {
            return "/";
        }
        try {
            var uri = URI.create(address);
            var path = uri.getRawPath();
            var usable = path != null && path.startsWith("/") && !path.startsWith("//") && !path.contains("\\");
            return usable ? path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()) : "/";
        } catch (IllegalArgumentException noAddress) {
            return "/";
        }
    }
}
