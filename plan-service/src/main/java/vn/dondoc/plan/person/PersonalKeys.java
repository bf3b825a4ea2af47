package vn.dondoc.plan.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.dondoc.contracts.id.PersonId;

/**
 * The keys under which personal data are stored. The first one writes; the others still open what they wrote. Of each, one half of the
 * work is AES-GCM, bound to person and field, so that a stored value cannot be moved elsewhere; the other is HMAC, by which a contact is
 * found without being readable.
 */
final class PersonalKeys {

    private static final String AES = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = 32;

    private final Map<String, Pair> keys = new LinkedHashMap<>();
    private final String newest;
    private final SecureRandom random = new SecureRandom();

    private record Pair(SecretKeySpec encryption, SecretKeySpec lookUp) {}

    private PersonalKeys(Map<String, byte[]> given) {
        given.forEach((id, secret) -> keys.put(id, new Pair(
                new SecretKeySpec(hmac(secret, "encryption"), "AES"), new SecretKeySpec(hmac(secret, "look-up"), HMAC))));
        newest = given.keySet().iterator().next();
    }

    /**
     * Reads {@code ID:BASE64,ID:BASE64}, the newest first.
     *
     * @throws IllegalArgumentException for anything else, without repeating it
     */
    static PersonalKeys read(String text) {
        var given = new LinkedHashMap<String, byte[]>();
        for (var one : text.strip().split(",")) {
            var parts = one.strip().split(":", 2);
            if (parts.length != 2 || !parts[0].matches("[A-Za-z0-9-]{1,40}") || given.put(parts[0], decoded(parts[1])) != null) {
                throw new IllegalArgumentException("DONDOC_PERSONAL_DATA_KEYS must be ID:BASE64 or several of them, the newest first, parted by commas");
            }
        }
        return new PersonalKeys(given);
    }

    private static byte[] decoded(String base64) {
        try {
            var secret = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
            if (secret.length >= SHORTEST) {
                return secret;
            }
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("A key of DONDOC_PERSONAL_DATA_KEYS is not in Base64");
        }
        throw new IllegalArgumentException("A key of DONDOC_PERSONAL_DATA_KEYS has fewer than " + SHORTEST + " bytes");
    }

    /** The key that writes. */
    String newest() {
        return newest;
    }

    /** Whether one of the keys has an id with that beginning. */
    boolean hasOne(String beginning) {
        return keys.keySet().stream().anyMatch(id -> id.startsWith(beginning));
    }

    byte[] seal(PersonId person, String field, String text) {
        return seal(person + "/" + field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param bound what it is, and of what: it opens as nothing else */
    byte[] seal(String bound, byte[] content) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, Objects.requireNonNull(keys.get(newest)), nonce, bound, content);
            return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + AES, impossible);
        }
    }

    /** By whichever key it was sealed; empty where none of them opens it. */
    Optional<byte[]> open(String bound, byte[] sealed) {
        for (var pair : keys.values()) {
            try {
                return Optional.of(cipher(Cipher.DECRYPT_MODE, pair, Arrays.copyOf(sealed, NONCE), bound, Arrays.copyOfRange(sealed, NONCE, sealed.length)));
            } catch (AEADBadTagException _) {
                // Sealed by another key, or something else
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException(bound + " cannot be opened", broken);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalStateException where the key is not there any more, or the value was changed or moved */
    String open(PersonId person, String field, String key, byte[] sealed) {
        var pair = keys.get(key);
        if (pair == null) {
            throw new IllegalStateException("Personal data were written under the key " + key + ", which is not among the keys");
        }
        try {
            var content = Arrays.copyOfRange(sealed, NONCE, sealed.length);
            return new String(cipher(Cipher.DECRYPT_MODE, pair, Arrays.copyOf(sealed, NONCE), person + "/" + field, content), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The " + field + " of " + person + " does not open with the key " + key, broken);
        }
    }

    private static byte[] cipher(int mode, Pair pair, byte[] nonce, String bound, byte[] content) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(AES);
        cipher.init(mode, pair.encryption(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(content);
    }

    /** Under which a value may be stored: by each key, the newest first. */
    List<String> lookUps(String kind, String value) {
        return keys.values().stream().map(pair -> HexFormat.of().formatHex(hmac(pair.lookUp().getEncoded(), kind + "\0" + value))).toList();
    }

    /** What stands for a text in a history without telling it. */
    String fingerprint(String kind, String value) {
        return lookUps(kind, value).getFirst();
    }

    private static byte[] hmac(byte[] secret, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + HMAC, impossible);
        }
    }
}
