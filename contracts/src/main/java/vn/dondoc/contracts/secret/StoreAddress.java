package vn.dondoc.contracts.secret;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the address of a database must say outside local runs: encrypted, and as whom. */
public final class StoreAddress {

    private static final Pattern ADDRESS = Pattern.compile("mongodb(\\+srv)?://(?:([^@/]*)@)?[^@/?]+(?:/[^?]*)?(?:\\?(.*))?");

    private StoreAddress() {}

    /** A sentence for each thing that is wrong; none repeats the address. */
    public static List<String> faults(String uri) {
        var address = ADDRESS.matcher(uri);
        if (!address.matches()) {
            return List.of("MONGODB_URI is no address of MongoDB.");
        }
        var options = options(address);
        var faults = new ArrayList<String>();
        var off = options.contains("tls=false") || options.contains("ssl=false");
        if (off || (address.group(1) == null && !options.contains("tls=true") && !options.contains("ssl=true"))) {
            faults.add("MONGODB_URI must ask for TLS outside the profile local: add tls=true.");
        }
        if (options.stream().anyMatch(option -> option.matches("(tlsinsecure|tlsallowinvalid\\w*|sslinvalidhostnameallowed)=true"))) {
            faults.add("MONGODB_URI must not turn the checks of certificates off.");
        }
        var user = address.group(2);
        var colon = user == null ? -1 : user.indexOf(':');
        if (user != null && colon > 0 && colon < user.length() - 1) {
            if (Secrets.isDemo(URLDecoder.decode(user.substring(colon + 1).replace("+", "%2B"), StandardCharsets.UTF_8))) {
                faults.add("MONGODB_URI has a password of demonstrations: make one of your own.");
            }
        } else if (!options.contains("authmechanism=mongodb-x509")) {
            faults.add("MONGODB_URI must name a user and a password outside the profile local.");
        }
        return faults;
    }

    private static List<String> options(Matcher address) {
        var query = address.group(3);
        return query == null ? List.of() : List.of(query.toLowerCase(Locale.ROOT).split("[&;]"));
    }
}
