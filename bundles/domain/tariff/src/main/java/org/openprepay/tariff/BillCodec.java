package org.openprepay.tariff;

/** Writes a checkpoint as text and reads it back, exactly; also the heart of a charge's proof. */
public interface BillCodec {
    String write(BillState state);

    /**
     * @throws IllegalArgumentException when the text is not a checkpoint this version knows
     */
    BillState read(String text);
}
