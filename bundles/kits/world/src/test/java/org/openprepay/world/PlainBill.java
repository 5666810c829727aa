package org.openprepay.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import org.openprepay.api.UsageInterval;

/** A month's bill worked out by hand, apart from the product's code. */
final class PlainBill {
    private PlainBill() {}

    static BigDecimal of(String tariff, List<UsageInterval> month, int days) {
        return switch (tariff) {
            case "flat" -> line(sum(month), "0.14228");
            case "domestic" -> domestic(sum(month), days);
            default -> timeOfUse(month);
        };
    }

    private static BigDecimal domestic(BigDecimal used, int days) {
        BigDecimal first = used.min(new BigDecimal(50));
        BigDecimal third = used.subtract(new BigDecimal(150)).max(BigDecimal.ZERO);
        BigDecimal second = used.subtract(first).subtract(third);
        BigDecimal net =
                line(first, "0.11857")
                        .add(line(second, "0.14228"))
                        .add(line(third, "0.18971"))
                        .add(line(new BigDecimal(days), "0.1726"));
        return net.add(line(net, "0.05"));
    }

    private static BigDecimal timeOfUse(List<UsageInterval> month) {
        BigDecimal high = BigDecimal.ZERO;
        BigDecimal low = BigDecimal.ZERO;
        for (UsageInterval each : month) {
            ZonedDateTime civil = each.start().atZone(London.ZONE);
            int hour = civil.getHour();
            boolean weekend = civil.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            if (hour >= 23 || hour < 7) {
                low = low.add(each.amount());
            } else if (!weekend && hour >= 17 && hour < 21) {
                high = high.add(each.amount());
            }
        }
        BigDecimal normal = sum(month).subtract(high).subtract(low);
        return line(high, "0.672").add(line(normal, "0.1176")).add(line(low, "0.0399"));
    }

    private static BigDecimal sum(List<UsageInterval> month) {
        return month.stream().map(UsageInterval::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal line(BigDecimal quantity, String price) {
        return quantity.multiply(new BigDecimal(price)).setScale(6, RoundingMode.HALF_UP);
    }
}
