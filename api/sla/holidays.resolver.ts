import { GraphQLError } from "graphql";
import { Arg, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Holiday } from "../clients/clients.graphql.ts";
import { holidayRegions, publicHolidays } from "./public-holidays.ts";

@ObjectType({ description: "A country, or a part of one, whose public holidays are known." })
export class HolidayRegion {
  @Field(() => String, { description: 'Its code: "US", or "US-CA" for a part of it.' })
  code!: string;
  @Field(() => String, { description: "Its name, in its own language." })
  name!: string;
}

const MOST_YEARS = 10;
const bad = (message: string, field: string) =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", field } });

@Resolver()
export class HolidaysResolver {
  @Query(() => [HolidayRegion], {
    description:
      "Countries whose holidays are known, by name; of one country, its parts, where holidays differ. Some 200 at most.",
  })
  holidayRegions(
    @Arg("country", () => String, { nullable: true, description: 'A country\'s code, such as "US".' })
    country: string | null,
  ): HolidayRegion[] {
    return holidayRegions(country ?? null);
  }

  @Query(() => [Holiday], {
    description:
      "Public holidays of a region, in order, to be looked through and put into a calendar: data with its origin, corrected where the source errs. Some 50 a year, so 500 at most.",
  })
  publicHolidays(
    @Arg("region", () => String, { description: 'A code of `holidayRegions`, such as "US" or "US-CA".' })
    region: string,
    @Arg("years", () => [Int], { description: "Calendar years, at most 10, from 1970 to 2100." }) years: number[],
  ): Holiday[] {
    if (years.length > MOST_YEARS) throw bad(`years: at most ${MOST_YEARS}, got ${years.length}`, "years");
    const odd = years.find((year) => year < 1970 || year > 2100);
    if (odd !== undefined) throw bad(`years: expected 1970 to 2100, got ${odd}`, "years");
    const [country, part] = region.split("-");
    const known =
      holidayRegions(null).some(({ code }) => code === country) &&
      (part === undefined || holidayRegions(country as string).some(({ code }) => code === region));
    if (!known) throw bad(`region: no holidays are known for ${region}`, "region");
    return publicHolidays(region, years).map((holiday) => ({ ...holiday }));
  }
}
