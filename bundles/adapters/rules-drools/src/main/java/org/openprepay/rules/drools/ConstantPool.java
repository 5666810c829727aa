package org.openprepay.rules.drools;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Reads from a class file every class, method and field that it can reach (JVMS 4.4). */
final class ConstantPool {
    private static final int MAGIC_AND_VERSION = 8;

    /** A class, or one of its members; the member is empty for the class itself. */
    record Reference(String owner, String member) implements Comparable<Reference> {
        @Override
        public int compareTo(Reference other) {
            int byOwner = owner.compareTo(other.owner);
            return byOwner != 0 ? byOwner : member.compareTo(other.member);
        }
    }

    private final String[] texts;
    private final int[] tags;
    private final int[] first;
    private final int[] second;

    private ConstantPool(int size) {
        texts = new String[size];
        tags = new int[size];
        first = new int[size];
        second = new int[size];
    }

    static Set<Reference> references(byte[] classFile) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.skipNBytes(MAGIC_AND_VERSION);
            ConstantPool pool = new ConstantPool(in.readUnsignedShort());
            for (int i = 1; i < pool.tags.length; i++) {
                i += pool.read(in, i);
            }
            return pool.references();
        } catch (IOException e) {
            throw new IllegalArgumentException("not a class file", e);
        }
    }

    /** Answers how many more slots the entry takes. */
    private int read(DataInputStream in, int i) throws IOException {
        tags[i] = in.readUnsignedByte();
        switch (tags[i]) {
            case 1 -> texts[i] = in.readUTF();
            case 3, 4 -> in.skipNBytes(4);
            case 5, 6 -> in.skipNBytes(8);
            case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
            case 9, 10, 11, 12, 17, 18 -> {
                first[i] = in.readUnsignedShort();
                second[i] = in.readUnsignedShort();
            }
            case 15 -> in.skipNBytes(3);
            default -> throw new IOException("unknown tag " + tags[i]);
        }
        return tags[i] == 5 || tags[i] == 6 ? 1 : 0;
    }

    private Set<Reference> references() {
        Set<Reference> found = new TreeSet<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == 7) {
                found.add(new Reference(className(i), ""));
            } else if (tags[i] >= 9 && tags[i] <= 11) {
                found.add(new Reference(className(first[i]), texts[first[second[i]]]));
            }
        }
        return found;
    }

    private String className(int i) {
        String name = texts[first[i]].replace('/', '.');
        String element = name.replaceFirst("^\\[+", "");
        boolean isArray = element.length() < name.length();
        return isArray && element.startsWith("L")
                ? element.substring(1, element.length() - 1)
                : element;
    }
}
