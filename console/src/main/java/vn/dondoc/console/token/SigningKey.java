package vn.dondoc.console.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that tokens are signed with. */
final class SigningKey {

    private final RSAKey key;

    private SigningKey(RSAKey key) {
        this.key = key;
    }

    /** Reads the key; where the file is missing and that is allowed, makes one that only its owner can read. */
    static SigningKey at(Path file, boolean mayMake) {
        try {
            if (mayMake && !Files.exists(file)) {
                make(file);
            }
            return new SigningKey(RSAKey.parse(Files.readString(file)));
        } catch (IOException | ParseException unreadable) {
            throw new IllegalStateException("DONDOC_SIGNING_KEY names no readable key file: " + file, unreadable);
        }
    }

    private static void make(Path file) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(parent, "signing-key", ".new", owner);
        try {
            Files.writeString(fresh, generate().toJSONString());
            // A hard link appears whole or not at all: two instances that start together agree on the first
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException madeByAnother) {
            // theirs is read
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Every Java platform makes RSA keys", impossible);
        }
    }

    JWKSet whole() {
        return new JWKSet(key);
    }

    JWKSet published() {
        return new JWKSet(key.toPublicJWK());
    }

    String id() {
        return key.getKeyID();
    }
}
