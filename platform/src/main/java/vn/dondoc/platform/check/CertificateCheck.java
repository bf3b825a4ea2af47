package vn.dondoc.platform.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.contracts.secret.Trust;

/** Whether a certificate ends soon: those that are trusted, and those that database and brokers show. */
final class CertificateCheck implements SelfCheck {

    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration VERY_SOON = Duration.ofDays(7);
    private static final int MILLIS = 3000;

    private final List<InetSocketAddress> hosts;
    private final @Nullable Path authorities;
    private final Clock systemClock;

    /**
     * @param hosts that speak TLS from the first byte
     * @param authorities PEM file of what is trusted; null for those of the JDK
     */
    CertificateCheck(Collection<InetSocketAddress> hosts, @Nullable Path authorities, Clock systemClock) {
        this.hosts = List.copyOf(hosts);
        this.authorities = authorities;
        this.systemClock = systemClock;
    }

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) throws IOException, GeneralSecurityException {
        var found = new ArrayList<Finding>();
        if (authorities != null) {
            end(Trust.certificates(authorities)).flatMap(end -> finding(authorities.getFileName().toString(), end, systemClock.instant())).ifPresent(found::add);
        }
        var context = authorities == null ? SSLContext.getDefault() : Trust.in(authorities);
        for (var host : hosts) {
            shownBy(host, context, found);
        }
        return found;
    }

    private void shownBy(InetSocketAddress host, SSLContext context, List<Finding> found) throws IOException {
        var name = host.getHostString() + ":" + host.getPort();
        try (var plain = new java.net.Socket()) {
            plain.connect(new InetSocketAddress(host.getHostString(), host.getPort()), MILLIS);
            plain.setSoTimeout(MILLIS);
            try (var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host.getHostString(), host.getPort(), true)) {
                socket.startHandshake();
                end(certificates(socket.getSession().getPeerCertificates())).flatMap(end -> finding(name, end, systemClock.instant())).ifPresent(found::add);
            }
        } catch (SSLException refused) {
            found.add(new Finding("CERTIFICATE_REFUSED", Severity.CRITICAL, 1, List.of(name), null));
        }
    }

    private static List<X509Certificate> certificates(Certificate[] shown) {
        return java.util.Arrays.stream(shown).filter(X509Certificate.class::isInstance).map(X509Certificate.class::cast).toList();
    }

    private static Optional<Instant> end(Collection<X509Certificate> certificates) {
        return certificates.stream().map(one -> one.getNotAfter().toInstant()).min(Comparator.naturalOrder());
    }

    static Optional<Finding> finding(String whose, Instant end, Instant now) {
        var left = Duration.between(now, end);
        if (left.compareTo(SOON) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding("CERTIFICATE_ENDS", left.compareTo(VERY_SOON) > 0 ? Severity.WARNING : Severity.CRITICAL, 1, List.of(whose), Math.max(0, left.toDays())));
    }
}
