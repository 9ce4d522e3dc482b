package dev.ullage.simulation.aws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address of either family, with the length of its prefix; a single address is a range of one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress">IP
 *     address condition operators</a>
 */
record IpRange(List<Integer> bits, int prefix) {

    /** Null where it is none. */
    static @Nullable IpRange of(String text) {
        int slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        var bits = address.indexOf(':') < 0 ? bitsOfV4(address) : bitsOfV6(address);
        if (bits == null) {
            return null;
        }
        int prefix = slash < 0 ? bits.size() : number(text.substring(slash + 1), 10, bits.size());
        return prefix < 0 ? null : new IpRange(bits, prefix);
    }

    boolean contains(IpRange other) {
        return bits.size() == other.bits.size()
                && other.prefix >= prefix
                && bits.subList(0, prefix).equals(other.bits.subList(0, prefix));
    }

    private static @Nullable List<Integer> bitsOfV4(String address) {
        var bits = new ArrayList<Integer>(32);
        for (var part : address.split("\\.", -1)) {
            if (!addBits(number(part, 10, 255), 8, bits)) {
                return null;
            }
        }
        return bits.size() == 32 ? bits : null;
    }

    private static @Nullable List<Integer> bitsOfV6(String address) {
        int gap = address.indexOf("::");
        var head = gap < 0 ? address : address.substring(0, gap);
        var tail = gap < 0 ? "" : address.substring(gap + 2);
        var first = bitsOfGroups(head);
        var last = bitsOfGroups(tail);
        if (first == null || last == null || first.size() + last.size() > 128 - (gap < 0 ? 0 : 16)) {
            return null;
        }
        while (gap >= 0 && first.size() + last.size() < 128) {
            first.add(0);
        }
        first.addAll(last);
        return first.size() == 128 ? first : null;
    }

    private static @Nullable List<Integer> bitsOfGroups(String groups) {
        var bits = new ArrayList<Integer>(128);
        for (var group : groups.isEmpty() ? List.<String>of() : Arrays.asList(groups.split(":", -1))) {
            if (!addBits(number(group, 16, 0xFFFF), 16, bits)) {
                return null;
            }
        }
        return bits;
    }

    private static boolean addBits(int number, int width, List<Integer> bits) {
        for (int i = width - 1; i >= 0; i--) {
            bits.add(number >> i & 1);
        }
        return number >= 0;
    }

    /** The number, or -1 where it is none or too big. */
    private static int number(String text, int radix, int highest) {
        try {
            int number = Integer.parseInt(text, radix);
            return number <= highest && !text.startsWith("+") ? Math.max(-1, number) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
