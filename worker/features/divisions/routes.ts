import * as api from "#domain/divisions/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { createDivision, deleteDivision, renameDivision } from "./divisions.ts";
import { listDivisions } from "./list-divisions.ts";
import { displaceMember, placeMember } from "./place-member.ts";

export const divisionRoutes = [
  bind(api.listDivisions, (ctx) => listDivisions(ctx)),
  bind(api.createDivision, (ctx, { body }) => createDivision(ctx, body)),
  bind(api.renameDivision, (ctx, { params, body }) => renameDivision(ctx, params.id, body)),
  bind(api.deleteDivision, (ctx, { params }) => deleteDivision(ctx, params.id)),
  bind(api.placeMember, (ctx, { params, body }) => placeMember(ctx, { ...params, ...body })),
  bind(api.displaceMember, (ctx, { params }) => displaceMember(ctx, params)),
];
