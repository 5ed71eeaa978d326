-- Aggregate tables, made from whatever facts there are.

CREATE TABLE "by_month_item" ("y" INTEGER, "q" VARCHAR(2), "m" INTEGER, "kind" VARCHAR(40), "item" INTEGER, "amount" DECIMAL(12,2), "qty" INTEGER, "highest" DECIMAL(12,2), "buyers" INTEGER, "n" INTEGER);

INSERT INTO "by_month_item" SELECT t."y", t."q", t."m", i."kind", i."item_id", SUM(f."amount"), SUM(f."qty"), MAX(f."amount"), COUNT(DISTINCT f."customer"), COUNT(*)
  FROM "sales" f JOIN "month" t ON t."k" = f."k" JOIN "item" i ON i."item_id" = f."item_id" GROUP BY t."y", t."q", t."m", i."kind", i."item_id";

CREATE TABLE "by_year_shop" ("y" INTEGER, "shop_id" INTEGER, "amount" DECIMAL(12,2), "qty" INTEGER, "weight" DOUBLE PRECISION, "n" INTEGER);

INSERT INTO "by_year_shop" SELECT t."y", f."shop_id", SUM(f."amount"), SUM(f."qty"), SUM(f."weight"), COUNT(*)
  FROM "sales" f JOIN "month" t ON t."k" = f."k" GROUP BY t."y", f."shop_id";

CREATE TABLE "by_quarter" ("y" INTEGER, "q" VARCHAR(2), "amount" DECIMAL(12,2), "lowest" DECIMAL(12,2), "n" INTEGER);

INSERT INTO "by_quarter" SELECT t."y", t."q", SUM(f."amount"), MIN(f."amount"), COUNT(*)
  FROM "sales" f JOIN "month" t ON t."k" = f."k" GROUP BY t."y", t."q";
