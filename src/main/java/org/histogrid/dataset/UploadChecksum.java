package org.histogrid.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.histogrid.base.BadInput;

/// What the bytes of a piece must add up to.
public record UploadChecksum(String algorithm, byte[] expected) {

    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    public static List<String> algorithms() {
        return ALGORITHMS.keySet().stream().sorted().toList();
    }

    /// Reads `sha1 BASE64`.
    public static UploadChecksum parse(String text) {
        var parts = text.strip().split(" +", 2);
        if (parts.length < 2 || !ALGORITHMS.containsKey(parts[0])) {
            throw new BadInput("A checksum is one of %s, a blank and the sum in Base64."
                    .formatted(String.join(", ", algorithms())));
        }
        try {
            return new UploadChecksum(parts[0], Base64.getDecoder().decode(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new BadInput("The checksum is no Base64.", e);
        }
    }

    MessageDigest start() {
        try {
            return MessageDigest.getInstance(ALGORITHMS.get(algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean agrees(MessageDigest sum) {
        return MessageDigest.isEqual(expected, sum.digest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UploadChecksum(String otherAlgorithm, byte[] otherExpected)
                && algorithm.equals(otherAlgorithm)
                && Arrays.equals(expected, otherExpected);
    }

    @Override
    public int hashCode() {
        return algorithm.hashCode() * 31 + Arrays.hashCode(expected);
    }
}
