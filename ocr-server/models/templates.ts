import type { Template } from './template';

function template(prefix: string, fields: string): Template {
	return { prefix, fields: fields.split(' ') };
}

export const PASSPORT = template(
	'',
	'name middle_name surname gender citizenship birth_date birth_place number issued_by ' +
		'issue_date subdivision expiration_date',
);

export const DRIVER_LICENSE_FRONT = template(
	'',
	'name middle_name surname number birth_date issue_date expiration_date',
);

export const DRIVER_LICENSE_BACK = template(
	'',
	'experience_from number issue_date expiration_date prev_number',
);

export const VEHICLE_REGISTRATION_FRONT = template(
	'stsfront_',
	'car_number vin_number car_brand car_model car_year car_chassis_number car_trailer_number ' +
		'car_color sts_number',
);

export const VEHICLE_REGISTRATION_BACK = template('stsback_', 'car_owner sts_number');
