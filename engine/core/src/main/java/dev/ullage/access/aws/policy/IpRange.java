package dev.ullage.access.aws.policy;

import com.google.common.net.InetAddresses;
import dev.ullage.model.Answer;
import java.util.Optional;

/**
 * Addresses that share their first bits, as CIDR writes them (RFC 4632, RFC 4291); a bare address is a range of one.
 */
final class IpRange {

    private final byte[] address;
    private final int bits;

    private IpRange(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** Reads a range and answers whether addresses lie in it; unreadable for a text that is none. */
    static Comparison comparison(String text) {
        return parse(text)
                .<Comparison>map(range -> (value, context) -> Answer.of(range.contains(value)))
                .orElse(Comparison.UNREADABLE);
    }

    private static Optional<IpRange> parse(String text) {
        int slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        if (!InetAddresses.isInetAddress(address)) {
            return Optional.empty();
        }
        var bytes = InetAddresses.forString(address).getAddress();
        if (slash < 0) {
            return Optional.of(new IpRange(bytes, bytes.length * 8));
        }
        var bits = text.substring(slash + 1);
        if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > bytes.length * 8) {
            return Optional.empty();
        }
        return Optional.of(new IpRange(bytes, Integer.parseInt(bits)));
    }

    private boolean contains(String text) {
        if (!InetAddresses.isInetAddress(text)) {
            return false;
        }
        var other = InetAddresses.forString(text).getAddress();
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
            if (((other[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
