import { recalculate, rememberChoices } from "../../src/actions";
import type { Recalculated } from "../../src/actions";
import { startExcel } from "../../src/host/boot/node";
import { ALIASES, EXPECTED, TYPED } from "../../scripts/samples/details";
import { fileData } from "./workbook";

/** The sample with all detail sheets: what it comes to follows from the invented actuals, apart from our code. */

const NOW = new Date(2026, 7, 31, 9);

test("each department's counts and names are those that the sample was made from", async () => {
  await startExcel(await fileData("assets/samples/附件2-明细示例.xlsx"));
  const first = await recalculate({ now: NOW });
  // The two departments in which somebody has typed something else than the details say.
  expect(
    first.done
      ? []
      : first.conflicts!.map(({ department, column, typed }) => ({ [department]: { [column]: Number(typed) } })),
  ).toEqual(
    Object.entries(TYPED)
      .slice(0, 2)
      .map(([name, typed]) => ({ [name]: typed })),
  );
  expect((await rememberChoices({ aliases: ALIASES })).done).toBe(true);
  const outcome = (await recalculate({ now: NOW, typedActuals: "replace" })) as Recalculated;
  expect(outcome.done).toBe(true);
  expect(outcome.detail!.unknownDepartments).toEqual([]);
  expect(outcome.differences).toEqual([]);
  const told = outcome.detail!.departments.map(
    ({
      name,
      mainItems,
      directoryDone,
      implementationDone,
      covered,
      uncovered,
      officers,
      onboarded,
      missingOfficers,
      staleAccounts,
    }) => ({
      name,
      items:
        mainItems === null
          ? null
          : { mainItems, directoryDone, implementationDone, covered, uncovered: uncovered.length },
      officers:
        officers === null
          ? null
          : {
              officers,
              onboarded,
              missing: missingOfficers.map(({ reason }) => reason).sort(),
              stale: staleAccounts.length,
            },
    }),
  );
  expect(told).toEqual(
    EXPECTED.map(({ officers, ...rest }) => ({
      ...rest,
      officers: officers && { ...officers, missing: [...officers.missing].sort() },
    })),
  );
});
